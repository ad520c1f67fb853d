/**
 * Portal pages on this machine under their real host names: https with a certificate made on the spot, answers by host
 * and path.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
  /** Milliseconds between its two halves. */
  readonly pause?: number;
  /** Milliseconds before it begins. */
  readonly delay?: number;
}

export interface PortalServer {
  readonly port: number;
  /** `https://host/path` without query → answer; may be changed between requests. */
  readonly answers: Map<string, Answer>;
  /** Addresses of all requests, in order. */
  readonly visited: readonly string[];
  /** Requests with a body, in order. */
  readonly asked: { readonly url: string; readonly body: string }[];
  /** Forgets its answers and the requests it received. */
  readonly clear: () => void;
  readonly close: () => Promise<void>;
}

export async function startPortals(): Promise<PortalServer> {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=gov.vn'];
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const answers = new Map<string, Answer>();
  const visited: string[] = [];
  const requests: { url: string; body: string }[] = [];
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const url = `https://${request.headers.host}${request.url ?? '/'}`.replace(/[?#].*$/, '');
    visited.push(url);
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (body !== '') requests.push({ url, body });
      const answer = answers.get(url) ?? { status: 404, body: 'không có' };
      setTimeout(() => give(response, answer), answer.delay ?? 0);
    });
  });
  rmSync(folder, { recursive: true });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    answers,
    visited,
    asked: requests,
    clear: () => {
      answers.clear();
      visited.length = 0;
      requests.length = 0;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function give(
  response: ServerResponse,
  { status = 200, type = 'text/html; charset=utf-8', body, pause }: Answer,
): void {
  response.writeHead(status, { 'content-type': type });
  if (pause === undefined) {
    response.end(body);
    return;
  }
  const half = Math.floor(body.length / 2);
  response.write(body.slice(0, half));
  setTimeout(() => response.end(body.slice(half)), pause);
}
