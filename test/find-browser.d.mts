export const WINDOWLESS: string;
export function findBrowser(): string | null;
export function findWindowless(): string | null;
export function findFirefox(): string | null;
export function isOnPath(name: string): boolean;
