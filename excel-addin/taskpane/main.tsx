/** Puts the pane on the page. Who calls it knows the host; here is only React. */
import { createRoot } from 'react-dom/client';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import { loadReaders } from '../../session/plan/load-readers.ts';
import { App, type AppProps } from '../../ui/pane/app.tsx';
import { ServersContext } from '../../ui/pane/share/servers.ts';
import { fetchFirstTheme } from '../../ui/theme.ts';

/** The server the pane comes from. */
const servers = async () => (await import('../../ui/pane/share/own-server.ts')).ownServer();

/** `officeTheme` = body background colour of Office's theme, if the host has one. */
export function startPane(
  root: HTMLElement,
  session: PaneSession,
  options: {
    readonly officeTheme?: string | null;
    readonly workbook?: string;
    readonly requests?: NonNullable<AppProps['requests']>;
  } = {},
): void {
  const { officeTheme = null, workbook = '', requests } = options;
  const pane = (
    <ServersContext.Provider value={servers}>
      <App
        session={session}
        officeTheme={officeTheme}
        workbook={workbook}
        planReaders={loadReaders}
        {...(requests ? { requests } : {})}
      />
    </ServersContext.Provider>
  );
  void fetchFirstTheme(officeTheme).then(() => createRoot(root).render(pane));
}
