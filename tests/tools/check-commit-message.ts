import { readFileSync } from 'node:fs';

/** Run by the commit-msg hook: `feat(evidence): name files by buyer ID`, imperative, at most 72 characters. */
const pattern =
  /^(?:(?:feat|fix|perf|refactor|test|docs|style|build|ci|chore|revert)(?:\([a-z0-9-]+\))?!?: \S.*|Merge .+|Revert .+|fixup! .+|squash! .+)$/;

const [, , path = ''] = process.argv;
const [first = ''] = readFileSync(path, 'utf8').split(/\r?\n/);
if (!pattern.test(first) || first.length > 72) {
  console.error(
    `This first line is not taken:\n  ${first}\nWrite  type(area): what it does  in at most 72 characters, for example\n  feat(evidence): name files by buyer ID\nTypes: feat fix perf refactor test docs style build ci chore revert.`,
  );
  process.exitCode = 1;
}
