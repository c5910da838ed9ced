/** Tests of the web see the whole catalogue, as the screens do. */
import { loadTexts } from "./t.ts";

await loadTexts();
