/** Counts for any monitor that reads Prometheus' text. No names, no numbers of devices or spaces. */

export interface Metrics {
  readonly request: (route: string, status: number, seconds: number) => void;
  readonly pushed: (added: number, refused: readonly { readonly code: string }[]) => void;
  readonly text: (gauges: Readonly<Record<string, number>>) => string;
}

const BOUNDS = [0.005, 0.02, 0.05, 0.2, 1, 5];

export function newMetrics(): Metrics {
  const requests = new Map<string, number>();
  const refusals = new Map<string, number>();
  const buckets = BOUNDS.map(() => 0);
  let [count, sum, entries] = [0, 0, 0];
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    request: (route, status, seconds) => {
      add(requests, `route="${route}",status="${status}"`);
      count += 1;
      sum += seconds;
      BOUNDS.forEach((bound, at) => {
        if (seconds <= bound) buckets[at] = (buckets[at] ?? 0) + 1;
      });
    },
    pushed: (added, refused) => {
      entries += added;
      for (const { code } of refused) add(refusals, `code="${code}"`);
    },
    text: (gauges) =>
      [
        '# TYPE tds_requests_total counter',
        ...[...requests].map(([labels, value]) => `tds_requests_total{${labels}} ${value}`),
        '# TYPE tds_request_seconds histogram',
        ...BOUNDS.map((bound, at) => `tds_request_seconds_bucket{le="${bound}"} ${buckets[at]}`),
        `tds_request_seconds_bucket{le="+Inf"} ${count}`,
        `tds_request_seconds_sum ${sum}`,
        `tds_request_seconds_count ${count}`,
        '# TYPE tds_entries_taken_total counter',
        `tds_entries_taken_total ${entries}`,
        '# TYPE tds_entries_refused_total counter',
        ...[...refusals].map(([labels, value]) => `tds_entries_refused_total{${labels}} ${value}`),
        ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE tds_${name} gauge`, `tds_${name} ${value}`]),
        '',
      ].join('\n'),
  };
}
