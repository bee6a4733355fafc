import "./shuffle.js";
import "./clock.js";
import "./zone.js";
import "./saved.js";
import "./visited.js";
import "./swap.js";
import "./soon.js";
import "./keys.js";
import "./player.js";
import "./copy.js";
import "./strips.js";
import "./blocks.js";
import "./live.js";

// These come after the first view; a visitor has no conversations.
import("./near.js");
const search = document.getElementById("top-q");
const suggest = () => import("./suggest.js");
if (search && document.activeElement === search) suggest();
else search?.addEventListener("focus", suggest, { once: true });
if (document.getElementById("unread-count")) {
  import("./unread.js");
  import("./chat-notify.js");
}
