// node extract.mjs OCTOKIT_PACKAGES RESOURCES: see README.md beside this file.
import fs from 'node:fs';
import path from 'node:path';

const [packages, resources] = process.argv.slice(2);
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(packages, ...parts)));
const write = (name, text) => fs.writeFileSync(path.join(resources, name), text);

const REPOSITORY = '/repos/{owner}/{repo}';
const OPERATIONS = [
  ['get', '/user'],
  ['get', `${REPOSITORY}/issues/{issue_number}/comments`],
  ['post', `${REPOSITORY}/issues/{issue_number}/comments`],
  ['patch', `${REPOSITORY}/issues/comments/{comment_id}`],
  ['get', `${REPOSITORY}/issues/{issue_number}/labels`],
  ['get', `${REPOSITORY}/issues`],
  ['post', `${REPOSITORY}/issues`],
  ['patch', `${REPOSITORY}/issues/{issue_number}`],
  ['get', `${REPOSITORY}/commits/{commit_sha}/pulls`],
  ['get', `${REPOSITORY}/pulls/{pull_number}`],
  ['get', `${REPOSITORY}/pulls/{pull_number}/reviews`],
  ['get', `${REPOSITORY}/pulls/{pull_number}/files`],
  ['get', `${REPOSITORY}/contents/{path}`],
  ['get', `${REPOSITORY}/compare/{basehead}`],
  ['get', `${REPOSITORY}/actions/runs/{run_id}/artifacts`],
  ['get', `${REPOSITORY}/actions/artifacts/{artifact_id}/{archive_format}`],
];

const PROSE = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'x-github', 'tags']);

/** The value without prose; names of properties are not keywords and stay. */
function bare(value, names = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !PROSE.has(key))
      .map(([key, inner]) => [key, bare(inner, !names && key === 'properties')]));
}

function* references(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.$ref === 'string') yield value.$ref;
  for (const inner of Object.values(value)) yield* references(inner);
}

const description = read('openapi', 'generated', 'api.github.com.json');
const extract = {
  openapi: description.openapi,
  info: {
    title: 'Extract of GitHub\'s REST API description',
    version: read('openapi', 'package.json').version,
    license: description.info.license,
  },
  paths: {},
  components: {},
};
for (const [method, template] of OPERATIONS) {
  (extract.paths[template] ??= {})[method] = bare(description.paths[template][method]);
}
const waiting = ['#/components/schemas/basic-error', ...references(extract.paths)];
for (const taken of waiting) {
  const [kind, name] = taken.split('/').slice(2);
  const place = (extract.components[kind] ??= {});
  if (name in place) continue;
  place[name] = bare(description.components[kind][name]);
  waiting.push(...references(place[name]));
}
for (const kind of Object.keys(extract.components)) {
  extract.components[kind] = Object.fromEntries(Object.entries(extract.components[kind]).sort());
}
write('github/openapi.json', JSON.stringify(extract, null, 1) + '\n');
fs.copyFileSync(path.join(packages, 'openapi', 'LICENSE'), path.join(resources, 'github', 'LICENSE'));

// what the fake answers with, before it writes in what it knows
const example = (name) => [description.components.examples[name].value].flat()[0];
const templates = {
  comment: example('issue-comment'),
  issue: example('issue'),
  label: example('label-items'),
  pull: example('pull-request'),
  pullOfCommit: example('pull-request-simple-items'),
  review: example('pull-request-review-items'),
  file: example('diff-entry-items'),
  comparison: example('commit-comparison'),
  artifact: description.components.examples['artifact-paginated'].value.artifacts[0],
  user: example('private-user-response-with-public-profile-information'),
};
// these two lack what the description itself asks for
templates.pull.requested_teams = [];
templates.pullOfCommit.requested_teams = [];
write('github/templates.json', JSON.stringify(templates, null, 1) + '\n');

const EVENTS = {
  pull_request: ['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled', 'ready_for_review', 'closed'],
  pull_request_review: ['submitted'],
  push: [undefined],
  merge_group: ['checks_requested'],
  workflow_run: ['completed'],
  workflow_dispatch: [undefined],
};
const examples = read('webhooks-examples', 'api.github.com', 'index.json');
for (const [name, actions] of Object.entries(EVENTS)) {
  for (const action of actions) {
    const payload = examples
      .find((event) => event.name === name)
      .examples.find((example) => example.action === action && !example.ref?.startsWith('refs/tags/'));
    write(`events/${[name, action].filter(Boolean).join('.')}.json`, JSON.stringify(payload, null, 1) + '\n');
  }
}
