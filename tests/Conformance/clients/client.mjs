// @modelcontextprotocol/client: legacy, auto, or pinned to a version.
import { command, era, headers, listAndCall, load, url } from './target.mjs';

const { Client, StreamableHTTPClientTransport } = await load('@modelcontextprotocol/client');
const { StdioClientTransport } = await load('@modelcontextprotocol/client/stdio');

const mode = era === 'legacy' || era === 'auto' ? era : { pin: era };
const client = new Client({ name: 'client', version: '1' }, { versionNegotiation: { mode } });
await client.connect(url
  ? new StreamableHTTPClientTransport(url, { requestInit: { headers } })
  : new StdioClientTransport({ command: command[0], args: command.slice(1) }));
await listAndCall(client);
