/** Opens the port of the server. Who sends slowly is cut off: its heading here, its body in bodies.ts. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** In milliseconds. `checked`: how often connections are looked at. */
interface Patience {
  readonly heading: number;
  readonly request: number;
  readonly checked: number;
}
const PATIENCE: Patience = { heading: 20_000, request: 300_000, checked: 5_000 };

export function openPort(
  answer: (request: Request, env: unknown) => Response | Promise<Response>,
  where: { readonly port: number; readonly hostname: string },
  onListening: () => void,
  { heading, request, checked }: Patience = PATIENCE,
): Server {
  const limits = { headersTimeout: heading, requestTimeout: request, connectionsCheckingInterval: checked };
  const server = createServer(limits, getRequestListener(answer, { hostname: where.hostname }));
  return server.listen(where.port, where.hostname, onListening);
}
