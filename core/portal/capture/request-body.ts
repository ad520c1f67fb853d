/** The body of a request as its conditions, whichever way it was sent. */

/**
 * Body of a request as its conditions: JSON, a form, or a form whose `params` is JSON; undefined when it is none of
 * them.
 */
export function requestBody(request: string): Readonly<Record<string, unknown>> | undefined {
  const params = /(?:^|&)params=([^&]*)/.exec(request)?.[1];
  try {
    const body: unknown = JSON.parse(params === undefined ? request : decodeURIComponent(params.replaceAll('+', ' ')));
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
