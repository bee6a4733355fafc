// Papers are shuffled in one of sixteen ways, drawn here once, so that no paper comes last for everyone.
import { readCookie, writeCookie } from "./cookies.js";

if (!readCookie("shuffle")) writeCookie("shuffle", String(Math.floor(Math.random() * 16)));
