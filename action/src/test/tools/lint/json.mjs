// node --import ./json.mjs …: packages that import JSON as bundlers allow it, without saying that it is JSON.
import { register } from "node:module";

const hooks = `
import { readFileSync } from "node:fs";
export async function load(url, context, next) {
  if (!url.endsWith(".json")) return next(url, context);
  const source = "export default " + readFileSync(new URL(url), "utf8");
  return { format: "module", source, shortCircuit: true };
}`;
register("data:text/javascript," + encodeURIComponent(hooks));
