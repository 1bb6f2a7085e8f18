// Usage: node measure.mjs SERVERS.json [STARTS]
// SERVERS.json: [{ name, command, args, env, folder }], ours first. Exits 1 where a target of ../README.md is missed.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { Session } from './session.mjs';

const MEMORY_SAMPLES = 3;
const FASTER_BY = 4;

const servers = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const starts = Number(process.argv[3] ?? 15);
const results = servers.map(server => ({ server, starts: [], memory: [] }));

for (let round = 0; round <= starts; round++) {
  for (const result of inTurn(results, round)) {
    const { session, milliseconds } = await Session.start(result.server, result.server.folder);
    if (round > 0) result.starts.push(milliseconds);
    else result.tools = await session.tools();
    await session.end();
  }
}

for (let round = 0; round < MEMORY_SAMPLES; round++) {
  for (const result of inTurn(results, round)) {
    const { session } = await Session.start(result.server, result.server.folder);
    await session.tools();
    result.memory.push(await session.settledMemory());
    await session.end();
  }
}

console.log(`${os.cpus().length} x ${os.cpus()[0].model}, ${os.type()} ${os.release()}, Node.js ${process.version}, ${starts} starts each in turn after a warm-up\n`);
console.log('| Server | start to initialize: median | fastest | slowest | idle memory | tools | tools/list |');
console.log('|---|---:|---:|---:|---:|---:|---:|');
for (const { server, starts, memory, tools } of results) {
  const tokens = Math.ceil(JSON.stringify(tools).length / 4);
  console.log(`| ${server.name} | ${ms(median(starts))} | ${ms(Math.min(...starts))} | ${ms(Math.max(...starts))} | ${median(memory).toFixed(0)} MiB | ${tools.length} | ${tokens} tokens |`);
}

const [ours, ...peers] = results;
if (peers.length > 0) {
  const ratio = Math.min(...peers.map(peer => median(peer.starts))) / median(ours.starts);
  const leanest = Math.min(...peers.map(peer => median(peer.memory)));
  console.log(`\nStarts ${ratio.toFixed(1)} times faster than the faster peer (target: ${FASTER_BY}).`);
  console.log(`Takes ${median(ours.memory).toFixed(0)} MiB where the leaner peer takes ${leanest.toFixed(0)} MiB (target: less).`);
  process.exitCode = ratio >= FASTER_BY && median(ours.memory) < leanest ? 0 : 1;
}

// Every server is first, second and third equally often.
function inTurn(list, round) {
  const first = round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
