// The shipped program against somebody else's stand-in for Google (npm emulate): login with PKCE, search, read, label, draft, send, reply.
// Usage: run.mjs COMMAND [ARGUMENT...] (what starts the program). The last line is "N passed, M failed".
//
// A front before the stand-in makes up for what it lacks and Google has: bodies packed with gzip, history ids that fit 64 bits, the token endpoint's
// path, and getProfile. It listens on the loopback address only, and so does the stand-in.
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createEmulator } from 'emulate';

const program = process.argv.slice(2);
const person = 'ada@example.com';
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number' ? listen.call(this, { port, host: '127.0.0.1' }, ...rest.filter(one => typeof one === 'function')) : listen.call(this, port, ...rest);
};

const freePort = () => new Promise(resolve => {
  const server = net.createServer();
  server.listen(0, () => { const { port } = server.address(); server.close(() => resolve(port)); });
});

const [inner, outer] = [await freePort(), await freePort()];
const base = `http://127.0.0.1:${outer}`;
const emulator = await createEmulator({
  service: 'google', port: inner, baseUrl: base,
  seed: {
    google: {
      // Whoever comes with an unknown token is taken for the first person: nobody's.
      users: [{ email: 'nobody@example.com', name: 'Nobody' }, { email: person, name: 'Ada' }],
      labels: [{ id: 'Label_plan', user_email: person, name: 'Project' }],
      messages: [{
        id: 'msg_plan', user_email: person, from: 'Carl <carl@example.com>', to: person, subject: 'Welcome plan',
        body_text: 'What do you think of the plan?', label_ids: ['INBOX', 'UNREAD'], message_id: '<welcome@example.com>',
      }],
    },
  },
});

const front = createServer((incoming, outgoing) => {
  const chunks = [];
  incoming.on('data', chunk => chunks.push(chunk)).on('end', () => {
    let body = Buffer.concat(chunks);
    const headers = { ...incoming.headers };
    if (headers['content-encoding'] === 'gzip') { body = gunzipSync(body); delete headers['content-encoding']; }
    delete headers['accept-encoding'];
    delete headers['transfer-encoding'];
    if (body.length > 0) headers['content-length'] = body.length;
    let path = incoming.url;
    if (path === '/token') path = '/oauth2/token';
    if (path.startsWith('/gmail/v1/users/me/profile')) {
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ emailAddress: person, historyId: '1' }));
      return;
    }
    const forwarded = request({ host: '127.0.0.1', port: inner, method: incoming.method, path, headers }, reply => {
      const parts = [];
      reply.on('data', part => parts.push(part)).on('end', () => {
        const text = Buffer.concat(parts).toString('utf8').replace(/("historyId":\s*")\d*?(\d{1,15}")/g, '$1$2');
        const kept = { ...reply.headers };
        delete kept['content-length'];
        delete kept['transfer-encoding'];
        outgoing.writeHead(reply.statusCode, kept).end(reply.statusCode === 204 ? undefined : text);
      });
    });
    forwarded.on('error', () => outgoing.destroy());
    forwarded.end(body);
  });
});
await new Promise(resolve => front.listen(outer, resolve));

const folder = mkdtempSync(join(tmpdir(), 'assistant-emulate-'));
const environment = { ...process.env, ASSISTANT_DATA: join(folder, 'data'), ASSISTANT_CONFIG: join(folder, 'config'), ASSISTANT_SEND_POLICY: 'allow' };

function run(args, talk) {
  return new Promise(resolve => {
    const child = spawn(program[0], [...program.slice(1), ...args, '--sandbox', base], { env: environment });
    const result = { code: null, out: '', err: '' };
    child.stdout.on('data', data => { result.out += data; talk?.(result, child); });
    child.stderr.on('data', data => { result.err += data; });
    if (!talk) child.stdin.end();
    child.on('close', code => resolve({ ...result, code }));
  });
}

async function call(tool, args) {
  const { code, out, err } = await run(['call', tool, JSON.stringify(args), '--json']);
  const result = out ? JSON.parse(out) : null;
  if (code !== 0) throw new Error(err || result?.content?.[0]?.text || `exit code ${code}`);
  return result.structuredContent;
}

let [passed, failed] = [0, 0];
async function check(name, test) {
  try {
    await test();
    passed++;
    console.log(`ok    ${name}`);
  } catch (problem) {
    failed++;
    console.log(`FAIL  ${name}: ${String(problem.message).slice(0, 500)}`);
  }
}

const must = (held, what) => { if (!held) throw new Error(what); };
let welcome, sent;

await check('a user is added', async () => must((await run(['users', 'add', 'ada'])).code === 0, 'users add failed'));
await check('login with PKCE', async () => {
  let answered = false;
  const login = await run(['login', '--no-browser', '--account', 'work'], async (result, child) => {
    // The whole line: output comes in pieces.
    const address = result.out.match(/(https?:\/\/\S+\/o\/oauth2\/v2\/auth\S+)\r?\n/)?.[1];
    if (answered || !address) return;
    answered = true;
    const query = new URL(address).searchParams;
    must(query.get('code_challenge_method') === 'S256', 'no PKCE');
    const form = new URLSearchParams({ email: person });
    for (const name of ['redirect_uri', 'scope', 'state', 'nonce', 'client_id', 'code_challenge', 'code_challenge_method']) form.set(name, query.get(name) ?? '');
    const answer = await fetch(`${base}/o/oauth2/v2/auth/callback`, { method: 'POST', body: form, redirect: 'manual' });
    child.stdin.end(answer.headers.get('location') + '\n');
  });
  must(login.code === 0, login.err + login.out);
});
await check('search', async () => {
  const found = await call('gmail_search', { query: 'in:inbox' });
  must(found.messages?.length === 1 && found.messages[0].subject === 'Welcome plan', JSON.stringify(found));
  welcome = found.messages[0];
});
await check('read', async () => {
  const read = await call('gmail_read', { ids: [welcome.id] });
  must(read.messages[0].body.includes('What do you think'), JSON.stringify(read));
});
await check('label', async () => {
  await call('gmail_modify', { ids: [welcome.id], add_labels: ['Project'], changes: ['read'] });
  const read = await call('gmail_read', { ids: [welcome.id] });
  must(read.messages[0].labels.includes('Project') && !read.messages[0].labels.includes('UNREAD'), JSON.stringify(read.messages[0].labels));
});
await check('draft', async () => {
  const draft = await call('gmail_create_draft', { to: ['carl@example.com'], subject: 'A draft', body: 'Not yet.' });
  const drafts = await call('gmail_list_drafts', {});
  must(drafts.drafts.some(one => one.id === draft.id && one.subject === 'A draft'), JSON.stringify(drafts));
});
await check('send', async () => {
  sent = await call('gmail_send', { to: ['carl@example.com'], subject: 'Grüße', body: '**Hello** from here.' });
  must(sent.state === 'sent', JSON.stringify(sent));
  const found = await call('gmail_search', { query: 'in:sent' });
  must(found.messages.some(one => one.subject === 'Grüße'), JSON.stringify(found));
});
await check('reply in the thread', async () => {
  const reply = await call('gmail_send', { reply_to: welcome.id, body: 'I like it.' });
  must(reply.state === 'sent' && reply.thread_id === welcome.thread_id, JSON.stringify(reply));
  const thread = await call('gmail_read_thread', { thread_id: welcome.thread_id });
  must(thread.messages.length === 2 && thread.messages[1].subject === 'Re: Welcome plan', JSON.stringify(thread.messages?.map(one => one.subject)));
});

front.close();
await emulator.close();
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
