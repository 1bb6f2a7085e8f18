// Holds what a parser read against what was written. A difference that the RFC explains is counted apart, under its reason.
import { createInterface } from 'node:readline';
import { createReadStream } from 'node:fs';

export async function compare(corpus, name, read, excuses = {}) {
  const counts = { mails: 0, differences: 0, explained: {} };
  const shown = [];
  for await (const line of createInterface({ input: createReadStream(corpus), crlfDelay: Infinity })) {
    if (!line) continue;
    const expected = JSON.parse(line);
    counts.mails++;
    const actual = await read(Buffer.from(expected.raw, 'base64'));
    for (const [field, value] of Object.entries(actual)) {
      const want = JSON.stringify(normal(field, expected[field] ?? null));
      const got = JSON.stringify(normal(field, value ?? null));
      if (want === got) continue;
      const reason = excuses[field]?.(expected[field], value, expected);
      if (reason) { counts.explained[reason] = (counts.explained[reason] ?? 0) + 1; continue; }
      counts.differences++;
      if (shown.length < 5) shown.push(`  mail ${expected.seed}, ${field}: wrote ${want.slice(0, 300)}\n    read ${got.slice(0, 300)}`);
    }
  }
  console.log(`${name}: ${counts.mails} mails, ${counts.differences} differences`);
  for (const [reason, count] of Object.entries(counts.explained)) console.log(`  explained, ${count} times: ${reason}`);
  shown.forEach(text => console.log(text));
  process.exitCode = counts.differences === 0 && counts.mails > 0 ? 0 : 1;
}

// Line ends and the empty lines at a text's end are the transport's.
const text = value => (value ?? '').replace(/\r\n/g, '\n').replace(/\n+$/, '');

function normal(field, value) {
  if (field === 'text' || field === 'html') return text(value);
  if (field === 'files') return value.map(file => [file.name, file.type, file.id ?? null, file.sha256]);
  return value;
}
