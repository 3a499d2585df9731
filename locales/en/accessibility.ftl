# The accessibility statement.

accessibility-title = Accessibility
accessibility-lead = Safeconduct is made for everybody who has to use it, whatever the device, the connection or the way they read.
accessibility-standard-title = What we aim for
accessibility-standard = Every page is written to meet the Web Content Accessibility Guidelines 2.2 at level AA, in English and in French.
accessibility-works-title = How you can use it
accessibility-works-1 = No page needs JavaScript. Everything works in Tor Browser at its safest level and in text browsers.
accessibility-works-2 = Everything can be done with the keyboard alone, and the place you are at is always marked.
accessibility-works-3 = Text can be enlarged to 400% without anything being cut off. Pages fit a telephone and can be printed.
accessibility-works-4 = Colour is never the only sign of anything.
accessibility-works-5 = Names and texts can be written in any script, from left to right or from right to left.
accessibility-limits-title = What we know does not work well
accessibility-limits = Documents sent by others, such as scans of identity papers, are shown as they came. They may not be readable by a screen reader.
accessibility-tell-title = Tell us
accessibility-tell = If something stands in your way, tell the person who runs your Safeconduct, or your contact there. You can also ask for any page in another form.
