/**
 * Records the answers that the national portal's page receives. Runs in the page's own world, only where the officer
 * has granted access to the site. The page's calls behave as in an unmodified browser, errors included: they pass
 * through untouched (proxies of the browser's own functions), arguments are only inspected where that runs nothing of
 * the page, and answers are read from a copy. Stored in the page until a press fetches them.
 */
import type { HeardInPage } from './page-copy.ts';

const PATH = /^https:\/\/dichvucong\.gov\.vn(?::\d+)?\/api\/v1\/reporting\/evaluation\//;
/** Most answers stored; most characters of an answer. */
const MOST_HEARD = 40;
const LONGEST = 5_000_000;

/** The browser's own, before any script of the page can put something in their place. */
const { apply, getOwnPropertyDescriptor: own } = Reflect;
const now = Date.now;
const parse = URL;
const stringify = JSON.stringify;
const thenOf = Promise.prototype.then;
const listen = EventTarget.prototype.addEventListener;
const cloneRequest = Request.prototype.clone;
const cloneResponse = Response.prototype.clone;
const requestText = Request.prototype.text;
const responseText = Response.prototype.text;
const headerOf = Headers.prototype.get;
const test = RegExp.prototype.test;
const getter = (prototype: object, name: string) => own(prototype, name)?.get ?? (() => undefined);
const urlOfRequest = getter(Request.prototype, 'url');
const urlOfUrl = getter(URL.prototype, 'href');
const headersOf = getter(Response.prototype, 'headers');
const okOf = getter(Response.prototype, 'ok');
const baseOf = getter(Node.prototype, 'baseURI');
const statusOf = getter(XMLHttpRequest.prototype, 'status');
const typeOf = getter(XMLHttpRequest.prototype, 'responseType');
const textOf = getter(XMLHttpRequest.prototype, 'responseText');
const jsonOf = getter(XMLHttpRequest.prototype, 'response');

const heard: HeardInPage['heard'] = [];
const counts: HeardInPage['asked'] = {};

/** A failure in here must not affect the page. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * Address of a call to the portal's evaluation; undefined for every other, and for what could not be read without
 * calling into the page.
 */
function watched(target: unknown): string | undefined {
  return quietly(() => {
    const text = typeof target === 'string' ? target : apply(urlOfUrl, target, []);
    const url = new parse(text, apply(baseOf, document, [])).href;
    return apply(test, PATH, [url]) ? url : undefined;
  });
}

/** A question goes out: what was heard of its kind before is from here on older than what the page shows. */
function noteAsked(url: string): number {
  const at = now();
  counts[url] = at;
  return at;
}

function keep(url: string, request: unknown, body: string, askedAt: number): void {
  if (typeof request !== 'string' || body.length > LONGEST) return;
  heard[heard.length] = { url, request, body, at: now(), askedAt };
  if (heard.length > MOST_HEARD) heard.shift();
}

/** Runs the work once the promise holds, and says nothing if it never does. */
function after<T>(promise: Promise<T>, work: (value: T) => void): void {
  apply(thenOf, promise, [(value: T) => quietly(() => work(value)), () => undefined]);
}

/** The browser's function, seen from outside as itself. */
const disguised = new WeakMap<object, unknown>();
function heardThrough<F extends object>(native: F, call: (self: unknown, args: unknown[]) => unknown): F {
  const proxy = new Proxy(native, { apply: (_native, self, args) => call(self, args) });
  disguised.set(proxy, native);
  return proxy;
}

const nativeFetch = globalThis.fetch;
globalThis.fetch = heardThrough(nativeFetch, (self, args) => {
  const [input, init] = args;
  const isRequest = quietly(() => typeof apply(urlOfRequest, input, []) === 'string') === true;
  const url = watched(isRequest ? apply(urlOfRequest, input, []) : input);
  if (url === undefined) return apply(nativeFetch, self, args);
  const body = quietly(() => (typeof init === 'object' && init !== null ? own(init, 'body')?.value : undefined));
  // Before the call, because a request's body can be read only once. A body that was already read cannot be copied, nor
  // sent.
  const copy = isRequest && body === undefined ? quietly(() => apply(cloneRequest, input, []) as Request) : undefined;
  const askedAt = noteAsked(url);
  const answer: Promise<Response> = apply(nativeFetch, self, args);
  // Handed on, not listened to on the side: a refusal nobody in the page catches must still count as caught by nobody.
  return apply(thenOf, answer, [
    (response: Response) => {
      quietly(() => hear(url, copy ? (apply(requestText, copy, []) as Promise<string>) : body, response, askedAt));
      return response;
    },
  ]);
});

function hear(url: string, request: unknown, response: Response, askedAt: number): void {
  const type = String(apply(headerOf, apply(headersOf, response, []), ['content-type']));
  // What is no JSON may be a stream without end: a copy of it would never be whole.
  if (apply(okOf, response, []) !== true || !apply(test, /json/i, [type])) return;
  const body: Promise<string> = apply(responseText, apply(cloneResponse, response, []), []);
  after(body, (text) => {
    if (typeof request === 'object' && request !== null)
      after(request as Promise<string>, (sent) => keep(url, sent, text, askedAt));
    else keep(url, request, text, askedAt);
  });
}

/** What was opened last with each; the same object may be opened again for another address. */
const opened = new WeakMap<object, { readonly url: string; sent: boolean }>();
const calls = XMLHttpRequest.prototype;
const { open: nativeOpen, send: nativeSend } = calls;
calls.open = heardThrough(nativeOpen, (self, args) => {
  const done = apply(nativeOpen, self, args);
  // Only a call the browser has taken: every other has thrown.
  const url = watched(args[1]);
  if (url === undefined) opened.delete(self as object);
  else opened.set(self as object, { url, sent: false });
  return done;
});
calls.send = heardThrough(nativeSend, (self, args) => {
  const call = opened.get(self as object);
  // A request already under way throws below, and keeps its first listener.
  if (call && !call.sent) {
    call.sent = true;
    const askedAt = noteAsked(call.url);
    const loaded = () => {
      if (opened.get(self as object) === call) quietly(() => hearCall(self, call.url, args[0], askedAt));
    };
    apply(listen, self, ['load', loaded, { once: true }]);
  }
  return apply(nativeSend, self, args);
});

function hearCall(call: unknown, url: string, request: unknown, askedAt: number): void {
  const status = Number(apply(statusOf, call, []));
  if (status < 200 || status > 299) return;
  const type = apply(typeOf, call, []);
  if (type === '' || type === 'text') keep(url, request, apply(textOf, call, []), askedAt);
  else if (type === 'json') keep(url, request, stringify(apply(jsonOf, call, [])), askedAt);
}

const nativeToString = Function.prototype.toString;
// A page that looks at its functions must see those of the browser.
Function.prototype.toString = heardThrough(nativeToString, (self, args) =>
  apply(nativeToString, disguised.get(self as object) ?? self, args),
);

Object.defineProperty(globalThis, Symbol.for('thi-dua-so.heard'), {
  value: (): HeardInPage => ({ heard: heard.slice(), asked: { ...counts } }),
});
