/** Puts the pane on the page. Who calls it knows the host; here is only React. */
import { createRoot } from 'react-dom/client';
import { App, type AppProps } from './app.tsx';
import type { PaneSession } from './pane-session.ts';

/** `officeTheme` = body background colour of Office's theme, when the host gives one. */
export function startPane(
  root: HTMLElement,
  session: PaneSession,
  options: { readonly officeTheme?: string | null; readonly requests?: NonNullable<AppProps['requests']> } = {},
): void {
  const { officeTheme = null, requests } = options;
  createRoot(root).render(<App session={session} officeTheme={officeTheme} {...(requests ? { requests } : {})} />);
}
