/** News of a space, for as long as the device may hear them: until its token runs out, or it loses its rights. */
import type { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { noSpace, noToken, refused } from './answers.ts';
import type { Parts } from './app.ts';
import { type Asking, askingOf } from './asking.ts';
import type { Live } from './live.ts';

const HEART_BEAT = 25_000;

export function liveRoute(app: Hono, parts: Parts): void {
  app.get('/v1/spaces/:space/live', async (c) => {
    const who = askingOf(c, parts);
    if (!who) return noToken(c);
    const [row] = await parts.engine.query<{ head: string | number | null }>('select share.head($1) as head', [
      who.token,
    ]);
    if (row?.head == null) return noSpace(c);
    if (!parts.live.hasRoom(who.space, who.device))
      return refused(c, 429, 'too-many', 'Máy này đang mở quá nhiều đường nghe tin của sổ: hãy đóng bớt cửa sổ.');
    const head = Number(row.head);
    return streamSSE(c, (stream) => tellNews(stream, parts.live, who, head));
  });
}

async function tellNews(stream: SSEStreamingApi, live: Live, who: Asking, head: number): Promise<void> {
  let wake = () => {};
  let latest = head;
  let lastEvent = -1;
  let isOver = false;
  const finish = () => {
    isOver = true;
    wake();
  };
  const stop = live.listen(who.space, {
    device: who.device,
    hear: (next) => {
      if (next <= latest) return;
      latest = next;
      wake();
    },
    end: finish,
  });
  stream.onAbort(finish);
  while (!isOver && Date.now() < who.until) {
    if (latest > lastEvent) {
      lastEvent = latest;
      await stream.writeSSE({ event: 'head', data: String(lastEvent) });
    } else await stream.write(': \n\n');
    if (latest > lastEvent || isOver) continue;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, Math.min(HEART_BEAT, Math.max(0, who.until - Date.now())));
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
  stop();
}
