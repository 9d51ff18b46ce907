(function () {
  "use strict";
  var doc = document, root = doc.documentElement, card = doc.getElementById("card"), said = doc.getElementById("said");
  root.classList.remove("no-js");
  var open = null, pinned = false, list = [], at = 0, timer = 0, quiet = false;

  function byId(id) { return id ? doc.getElementById(id) : null; }
  function make(tag, text, name) { var e = doc.createElement(tag); if (text) e.textContent = text; if (name) e.className = name; return e; }

  /* State in the fragment: #section or #day=2017-03-03&claim=e-... ; plain anchors stay plain. */
  function state() {
    var found = {}, hash = location.hash.slice(1);
    if (hash.indexOf("=") < 0) { found.section = hash; return found; }
    hash.split("&").forEach(function (pair) { var p = pair.split("="); found[p[0]] = decodeURIComponent(p[1] || ""); });
    return found;
  }
  function remember(change) {
    var now = state(), key;
    for (key in change) { if (change[key] === null) delete now[key]; else now[key] = change[key]; }
    var parts = ["section", "day", "place", "claim"].filter(function (k) { return now[k]; });
    var hash = parts.length === 1 && now.section ? now.section : parts.map(function (k) { return k + "=" + encodeURIComponent(now[k]); }).join("&");
    try { history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search); } catch (e) { /* a page from a disk may not rewrite its address */ }
  }

  /* The evidence card: a copy of the claim's own entry at the end of the page. */
  function anchors(link) {
    var ids = (link.getAttribute("data-c") || (link.getAttribute("href") || "").slice(1)).split(" ");
    return ids.filter(function (id) { var e = byId(id); return e && e.classList.contains("claim"); });
  }
  function source(entry) {
    var head = entry.parentNode.querySelector("summary"), p = make("p", "", "from");
    p.textContent = head.querySelector(".rt").textContent + ". " + head.querySelector(".rm").textContent;
    return p;
  }
  function fill() {
    var entry = byId(list[at]);
    card.textContent = "";
    card.appendChild(source(entry));
    Array.prototype.forEach.call(entry.childNodes, function (n) { card.appendChild(n.cloneNode(true)); });
    var line = entry.parentNode.querySelector(".rl");
    if (line) card.appendChild(line.cloneNode(true));
    var bar = make("div", "", "bar");
    if (list.length > 1) {
      bar.appendChild(make("span", (at + 1) + " of " + list.length + " claims", "at"));
      bar.appendChild(button("Previous", function () { turn(-1); }));
      bar.appendChild(button("Next", function () { turn(1); }));
    }
    bar.appendChild(button("Copy citation", function () { copy(entry); }));
    bar.appendChild(button("Close", function () { close(true); }));
    card.appendChild(bar);
  }
  function button(text, act) { var b = make("button", text); b.type = "button"; b.addEventListener("click", act); return b; }
  function turn(step) {
    var label = step < 0 ? "Previous" : "Next";
    at = (at + step + list.length) % list.length; fill(); pinned = true;
    Array.prototype.forEach.call(card.querySelectorAll("button"), function (b) { if (b.textContent === label) b.focus(); });
    remember({ claim: list[at] });
  }
  function citation(entry) {
    var rm = entry.parentNode.querySelector(".rm").textContent.split(" · ")[0], url = entry.parentNode.querySelector(".rl a");
    var id = entry.querySelector("dl > div:last-child dd").firstChild.textContent;
    return "“" + entry.querySelector("blockquote").textContent.trim() + "” " + entry.parentNode.querySelector(".rt").textContent + ". " + rm + (url ? ". " + url.href : "") + ". Claim " + id.trim();
  }
  function copy(entry) {
    var text = citation(entry), done = function () { said.textContent = "Citation copied"; };
    var old = function () {
      var area = make("textarea"); area.value = text; area.className = "sr"; card.appendChild(area); area.select();
      try { doc.execCommand("copy"); done(); } finally { card.removeChild(area); }
    };
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, old); else old();
  }
  function show(link, pin) {
    var ids = anchors(link);
    if (!ids.length) return false;
    if (open === link && !card.hidden) { pinned = pinned || pin; return true; }
    if (open) open.classList.remove("on");
    open = link; list = ids; at = 0; pinned = pin;
    fill(); card.hidden = false; link.classList.add("on"); place(link);
    return true;
  }
  function place(link) {
    var box = link.getBoundingClientRect(), width = card.offsetWidth, height = card.offsetHeight, gap = 10;
    var left = Math.max(12, Math.min(box.left, root.clientWidth - width - 12));
    var above = box.top - height - gap, below = box.bottom + gap;
    var top = below + height > window.innerHeight && above > 54 ? above : below;
    card.style.left = left + window.scrollX + "px"; card.style.top = top + window.scrollY + "px";
  }
  function close(back) {
    if (card.hidden) return;
    var link = open;
    card.hidden = true; pinned = false; open = null;
    if (link) { link.classList.remove("on"); if (back) { quiet = true; link.focus(); quiet = false; } }
    remember({ claim: null });
  }
  function linkOf(node) { return node && node.closest ? node.closest("a.ev") : null; }
  doc.addEventListener("mouseover", function (e) {
    var link = linkOf(e.target);
    clearTimeout(timer);
    if (link && !pinned) timer = setTimeout(function () { show(link, false); }, 140);
    else if (!link && !card.contains(e.target) && !pinned && !card.hidden && doc.activeElement !== open) timer = setTimeout(function () { close(false); }, 260);
  });
  doc.addEventListener("focusin", function (e) {
    var link = linkOf(e.target);
    if (link && !quiet) show(link, false);
    else if (!link && !card.contains(e.target) && !pinned) close(false);
  });
  doc.addEventListener("click", function (e) {
    var link = linkOf(e.target);
    if (link && anchors(link).length) {
      e.preventDefault(); show(link, true); pinned = true; remember({ claim: list[at] }); card.focus({ preventScroll: true });
    } else if (!card.contains(e.target)) { pinned = false; close(false); }
  });
  doc.addEventListener("keydown", function (e) {
    if (e.key === "Escape") close(true);
    if (e.key === "Tab" && !card.hidden && card.contains(doc.activeElement)) {
      var stops = card.querySelectorAll("button, a[href]"), last = stops[stops.length - 1];
      if (!e.shiftKey && doc.activeElement === last) { e.preventDefault(); close(true); }
      if (e.shiftKey && (doc.activeElement === card || doc.activeElement === stops[0])) { e.preventDefault(); close(true); }
    }
  });

  /* The time slider of the map. */
  var slider = byId("day"), play = byId("play"), running = 0;
  var calm = window.matchMedia && matchMedia("(prefers-reduced-motion: reduce)").matches;
  var months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  function dateOf(day) { var d = new Date(slider.getAttribute("data-first") + "T00:00:00Z"); d.setUTCDate(d.getUTCDate() + day); return d; }
  function words(d) { return d.getUTCDate() + " " + months[d.getUTCMonth()] + " " + d.getUTCFullYear(); }
  function draw() {
    var day = +slider.value, text = words(dateOf(day));
    byId("day-words").textContent = text; byId("map-day").textContent = text;
    slider.setAttribute("aria-valuetext", text);
    Array.prototype.forEach.call(doc.querySelectorAll(".mk"), function (m) {
      var days = m.getAttribute("data-d");
      if (days) {
        var past = days.split(",").filter(function (d) { return +d <= day; }), count = m.querySelector(".times");
        m.classList.toggle("off", !past.length);
        m.classList.toggle("old", past.length > 0 && day - past[past.length - 1] > 30);
        if (count) count.textContent = past.length > 1 ? past.length : "";
      } else {
        var first = +m.getAttribute("data-f"), last = +m.getAttribute("data-t"), newest = m.getAttribute("data-n");
        m.classList.toggle("off", !(first <= day && day < last));
        if (newest) m.classList.toggle("aged", day - newest > 30);
      }
    });
  }
  function to(day, keep) {
    slider.value = day; draw();
    if (keep) remember({ day: +slider.value === +slider.max ? null : dateOf(+slider.value).toISOString().slice(0, 10) });
  }
  function stop() { clearInterval(running); running = 0; play.textContent = "Play"; play.setAttribute("aria-pressed", "false"); }
  if (slider) {
    doc.querySelector(".time").hidden = false;
    slider.addEventListener("input", function () { stop(); to(slider.value, true); });
    play.addEventListener("click", function () {
      if (running) return stop();
      if (+slider.value >= +slider.max) to(0, false);
      play.textContent = "Pause"; play.setAttribute("aria-pressed", "true");
      var step = Math.max(1, Math.round(slider.max / 120));
      running = setInterval(function () {
        if (+slider.value >= +slider.max) return stop();
        to(Math.min(+slider.max, +slider.value + step), true);
      }, calm ? 900 : 110);
    });
  }
  /* One place at a time: rows of the tables, boxes and charts that tell of another one are folded away. */
  var chooser = byId("place");
  function only(place) {
    var shown = 0;
    Array.prototype.forEach.call(doc.querySelectorAll("[data-p]"), function (e) {
      var here = !place || e.getAttribute("data-p").indexOf(place) >= 0;
      e.classList.toggle("elsewhere", !here);
      if (here) shown += 1;
    });
    chooser.value = place || "";
    said.textContent = place ? shown + " entries on " + place : "";
  }
  if (chooser) {
    var names = {};
    Array.prototype.forEach.call(doc.querySelectorAll("#map tr[data-p]"), function (e) { names[e.getAttribute("data-p")] = 1; });
    Object.keys(names).sort().forEach(function (name) { var o = make("option", name); o.value = name; chooser.appendChild(o); });
    chooser.parentNode.hidden = Object.keys(names).length < 2;
    chooser.addEventListener("change", function () { only(chooser.value); remember({ place: chooser.value || null }); });
  }
  function restore() {
    var now = state();
    if (chooser && now.place) only(now.place);
    if (slider && now.day) to(Math.round((new Date(now.day + "T00:00:00Z") - dateOf(0)) / 864e5), false);
    var target = byId(now.section || "");
    if (target && location.hash.indexOf("=") > 0) target.scrollIntoView();
    var entry = byId(now.claim || "");
    if (entry && entry.classList.contains("claim")) {
      var link = Array.prototype.filter.call(doc.querySelectorAll("a.ev"), function (a) { return anchors(a).indexOf(now.claim) >= 0 && a.getClientRects().length; })[0];
      if (link) { link.scrollIntoView({ block: "center" }); show(link, true); at = Math.max(0, list.indexOf(now.claim)); fill(); }
    }
  }
  window.addEventListener("hashchange", restore);

  /* How old the page is, reckoned on the reader's day. */
  var asOf = doc.body.getAttribute("data-as-of"), mark = byId("age");
  if (asOf && mark) {
    var age = Math.floor((Date.now() - new Date(asOf + "T00:00:00Z")) / 864e5);
    if (age >= 1) {
      var span = function (n, one) { return n + " " + one + (n === 1 ? "" : "s"); };
      var old = age < 60 ? span(age, "day") : age < 730 ? span(Math.floor(age / 30.44), "month") : span(Math.floor(age / 365.25), "year");
      mark.textContent = age > 30 ? "stale: " + old + " old" : old + " old";
      if (age >= 60) mark.title = age.toLocaleString("en") + " days before today";
      if (age > 30) mark.classList.add("warn");
      mark.hidden = false;
    }
  }

  /* The section in view, in the list of sections. */
  if (window.IntersectionObserver) {
    var links = {};
    Array.prototype.forEach.call(doc.querySelectorAll(".toc a"), function (a) { links[a.hash.slice(1)] = a; });
    var eye = new IntersectionObserver(function (seen) {
      seen.forEach(function (s) {
        if (!s.isIntersecting) return;
        for (var k in links) links[k].removeAttribute("aria-current");
        if (links[s.target.id]) links[s.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-12% 0px -80% 0px" });
    Array.prototype.forEach.call(doc.querySelectorAll("section"), function (s) { eye.observe(s); });
  }
  window.addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(doc.querySelectorAll("details"), function (d) { if (!d.closest(".chart")) d.open = true; });
  });
  restore();
})();
