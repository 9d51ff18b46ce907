"""The situation report: one HTML file that opens by double click, prints, and reads with scripts off."""

from marsad.publish.html.page import situation_page

__all__ = ["situation_page"]
