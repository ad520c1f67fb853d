/**
 * Hears the answers the national portal's page asks for itself. Runs in the page's own world, only where the officer has granted the site, and only
 * passes calls on: arguments and results are the page's, untouched. Kept in the page until a press fetches it; the last 40 answers.
 */

interface Answer {
  readonly url: string;
  readonly request: string;
  readonly body: string;
}

const PATH = /^https:\/\/dichvucong\.gov\.vn(?::\d+)?\/api\/v1\/reporting\/evaluation\//;
const heard: Answer[] = [];

function keep(url: string, request: unknown, body: string): void {
  if (typeof request !== 'string' || body.length > 5_000_000) return;
  heard.push({ url, request, body });
  if (heard.length > 40) heard.shift();
}

function absolute(url: string | URL): string {
  return new URL(url, location.href).href;
}

const pageFetch = globalThis.fetch;
globalThis.fetch = function fetch(...args: Parameters<typeof pageFetch>) {
  const [input, init] = args;
  // Read before the call: a request's body can be read once.
  const asked = input instanceof Request ? input.clone() : null;
  const answer = Reflect.apply(pageFetch, this, args) as Promise<Response>;
  const url = asked ? asked.url : absolute(String(input));
  if (PATH.test(url)) {
    const request = asked && init?.body === undefined ? asked.text() : Promise.resolve(init?.body);
    void Promise.all([request, answer.then((response) => response.clone().text())]).then(
      ([sent, body]) => keep(url, sent, body),
      () => undefined,
    );
  }
  return answer;
};

const urls = new WeakMap<XMLHttpRequest, string>();
const { open: pageOpen, send: pageSend } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function open(this: XMLHttpRequest, ...args: unknown[]) {
  urls.set(this, absolute(String(args[1])));
  return Reflect.apply(pageOpen, this, args);
};
XMLHttpRequest.prototype.send = function send(body) {
  const url = urls.get(this) ?? '';
  if (PATH.test(url)) {
    this.addEventListener('load', () => {
      if (this.responseType === '' || this.responseType === 'text') keep(url, body, this.responseText);
      else if (this.responseType === 'json') keep(url, body, JSON.stringify(this.response));
    });
  }
  return Reflect.apply(pageSend, this, [body]);
};

Object.defineProperty(globalThis, Symbol.for('thi-dua-so.heard'), { value: () => heard.slice() });

export {};
