/** The side panel: the capture at hand, what is saved, the settings. */
import { Button, FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTheme, useThemeName } from '../../ui/theme.ts';
import { useWindowState } from '../live/use-window-state.ts';
import { PlaceBoundary } from '../pieces/place-boundary.tsx';
import { CaptureView } from './capture-view.tsx';
import { SavedView } from './saved-view.tsx';
import { SettingsView } from './settings-view.tsx';

const PLACES = [
  ['capture', 'Bản chụp', CaptureView],
  ['saved', 'Đã lưu', SavedView],
  ['settings', 'Cài đặt', SettingsView],
] as const;

const useStyles = makeStyles({
  page: { minHeight: '100vh', boxSizing: 'border-box', padding: '0 12px 24px' },
  places: {
    display: 'flex',
    marginInline: '-12px',
    padding: '4px 4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: '12px',
  },
  place: { minWidth: 0, borderRadius: 0, borderBottom: '2px solid transparent' },
  here: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    // There every button has the same border.
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
  view: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '640px' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    marginTop: '20px',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', margin: 0 },
});

export function App() {
  const styles = useStyles();
  const theme = useTheme(useThemeName(null));
  const [at, setAt] = useState<(typeof PLACES)[number][0]>('capture');
  const pressed = useWindowState();
  // After a press of the button the panel shows its capture, whatever was open before.
  useEffect(() => {
    if (pressed) setAt('capture');
  }, [pressed]);
  return (
    <FluentProvider theme={theme} className={styles.page}>
      <header>
        <nav className={styles.places} aria-label="Thi Đua Số">
          {PLACES.map(([name, title]) => (
            <Button
              key={name}
              appearance="subtle"
              className={mergeClasses(styles.place, name === at && styles.here)}
              aria-current={name === at ? 'page' : undefined}
              onClick={() => setAt(name)}
            >
              {title}
            </Button>
          ))}
        </nav>
      </header>
      <main>
        {PLACES.map(([name, title, View]) =>
          name === at ? (
            <div key={name} className={styles.view}>
              <h1 className={styles.title}>{title}</h1>
              <PlaceBoundary>
                <View />
              </PlaceBoundary>
            </div>
          ) : null,
        )}
      </main>
      <footer className={styles.foot}>
        <Button size="small" onClick={() => void chrome.runtime.openOptionsPage()}>
          Mở bàn làm việc
        </Button>
        <Button
          size="small"
          onClick={() => void chrome.tabs.create({ url: chrome.runtime.getURL('marking/index.html') })}
        >
          Mở Bàn chấm
        </Button>
      </footer>
    </FluentProvider>
  );
}
