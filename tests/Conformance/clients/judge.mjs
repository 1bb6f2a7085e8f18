// Judges what the conformance suite wrote about one scenario, stricter than its exit code: a warning counts as a failure,
// and a scenario in which nothing but the JSON's form was looked at proves nothing. The checks named after the folder need
// fixtures: they must fail, so that the list cannot outlive its reason.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder, ...excused] = process.argv;
const checks = readdirSync(folder).flatMap(run => JSON.parse(readFileSync(join(folder, run, 'checks.json'), 'utf8')));
const bad = checks.filter(check => check.status === 'FAILURE' || check.status === 'WARNING');
const problems = [
  ...bad.filter(check => !excused.includes(check.id)).map(check => `${check.id}: ${check.status}: ${check.errorMessage ?? ''}`),
  ...excused.filter(id => !bad.some(check => check.id === id)).map(id => `${id}: excused, but it does not fail`),
];
const proven = checks.filter(check => check.status === 'SUCCESS' && check.id !== 'wire-schema-valid').length;
if (proven === 0) problems.push('nothing was looked at');
console.log([`${proven} checks passed, ${bad.length} did not`, ...problems].join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;
