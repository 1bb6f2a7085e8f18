// What the client scripts share: where the server is, and what "lists and calls" means.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , packages, where, tool, json = '{}', ...mode] = process.argv;
const resolver = createRequire(pathToFileURL(`${packages}/`));

export const load = name => import(pathToFileURL(resolver.resolve(name)).href);
export const url = where.startsWith('http') ? new URL(where) : undefined;
export const command = url ? undefined : where.split(' ');
export const headers = { Authorization: `Bearer ${process.env.ASSISTANT_KEY ?? ''}` };
export const [era] = mode;

export async function listAndCall(client) {
  const { tools } = await client.listTools();
  if (!tools.some(listed => listed.name === tool)) throw new Error(`${tool} is not listed`);
  const result = await client.callTool({ name: tool, arguments: JSON.parse(json) });
  if (result.isError || !result.content?.length) throw new Error(`${tool} answered ${JSON.stringify(result)}`);
  console.log(`${tools.length} tools; ${tool}: ${JSON.stringify(result.content[0]).slice(0, 100)}`);
  await client.close();
}
