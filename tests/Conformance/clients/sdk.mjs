// @modelcontextprotocol/sdk: speaks 2025-11-25 and older.
import { command, headers, listAndCall, load, url } from './target.mjs';

const { Client } = await load('@modelcontextprotocol/sdk/client/index.js');
const { StdioClientTransport } = await load('@modelcontextprotocol/sdk/client/stdio.js');
const { StreamableHTTPClientTransport } = await load('@modelcontextprotocol/sdk/client/streamableHttp.js');

const client = new Client({ name: 'sdk', version: '1' });
await client.connect(url
  ? new StreamableHTTPClientTransport(url, { requestInit: { headers } })
  : new StdioClientTransport({ command: command[0], args: command.slice(1) }));
await listAndCall(client);
