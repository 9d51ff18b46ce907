"""What people read and load: the situation report and the exports, made from a picture and the claims behind it."""
