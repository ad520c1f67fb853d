/** The result of a promise, or null when it does not settle in time (`limit` in milliseconds). */
export function within<T>(answer: Promise<T>, limit: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), limit);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
