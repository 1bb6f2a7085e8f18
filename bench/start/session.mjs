// One MCP server over stdio: started, greeted, asked, weighed, ended.
import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

export class Session {
  #child;
  #waiting = new Map();
  #stderr = '';
  #nextId = 1;

  constructor(server, folder) {
    this.#child = spawn(server.command, server.args, { cwd: folder, env: { PATH: process.env.PATH, LANG: process.env.LANG, ...server.env } });
    this.#child.stderr.on('data', data => (this.#stderr = (this.#stderr + data).slice(-2000)));
    this.#child.stdin.on('error', () => {});
    this.#child.on('error', error => this.#fail(error));
    this.#child.on('exit', code => this.#fail(new Error(`${server.name} ended with code ${code}: ${this.#stderr}`)));
    createInterface({ input: this.#child.stdout }).on('line', line => this.#receive(line));
  }

  // Milliseconds from before the process is created to the reply to `initialize`.
  static async start(server, folder) {
    const started = performance.now();
    const session = new Session(server, folder);
    const reply = await session.request('initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'start-benchmark', version: '1.0.0' },
    });
    const milliseconds = performance.now() - started;
    if (!reply.serverInfo) throw new Error(`${server.name} did not introduce itself: ${JSON.stringify(reply)}`);
    session.#send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    return { session, milliseconds };
  }

  request(method, params = {}) {
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}: ${this.#stderr}`)), PATIENCE_MS);
      this.#waiting.set(id, { resolve, reject, timer });
    });
    this.#send({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  async tools() {
    const tools = [];
    let cursor;
    do {
      const page = await this.request('tools/list', cursor ? { cursor } : {});
      tools.push(...page.tools);
      cursor = page.nextCursor;
    } while (cursor);
    return tools;
  }

  // Resident memory of the process and all its descendants in MiB, once it moved by less than 1 % in two seconds (ten seconds at most).
  async settledMemory() {
    await delay(3000);
    let before = this.#memory();
    for (let i = 0; i < 5; i++) {
      await delay(2000);
      const now = this.#memory();
      if (Math.abs(now - before) < before / 100) return now;
      before = now;
    }
    return before;
  }

  async end() {
    this.#child.removeAllListeners('exit');
    if (this.#child.exitCode !== null) return;
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.stdin.end();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 1000);
    await ended;
    clearTimeout(timer);
  }

  #send(message) {
    this.#child.stdin.write(JSON.stringify(message) + '\n');
  }

  #receive(line) {
    let message;
    try {
      message = JSON.parse(line);
    } catch {
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting || message.method) return;
    this.#waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.error) waiting.reject(new Error(JSON.stringify(message.error)));
    else waiting.resolve(message.result);
  }

  #fail(error) {
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
  }

  #memory() {
    const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
      .trim().split('\n').map(row => row.trim().split(/\s+/).map(Number));
    const family = new Set([this.#child.pid]);
    for (let size = 0; size !== family.size;) {
      size = family.size;
      for (const [pid, parent] of rows) if (family.has(parent)) family.add(pid);
    }
    return rows.filter(([pid]) => family.has(pid)).reduce((sum, [, , kib]) => sum + kib, 0) / 1024;
  }
}
