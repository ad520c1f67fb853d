/** The desk: a full page for what the side panel is too narrow for. A rail of places, and the place gone to. */
import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useTheme, useThemeName } from '../../ui/theme.ts';
import { PlaceBoundary } from '../pieces/place-boundary.tsx';
import { PLACES, START } from './places.ts';
import { routeTo, useRoute } from './route.ts';

const NARROW = '@media (max-width: 719px)';
const NAME = 'Thi Đua Số';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '220px minmax(0, 1fr)',
    minHeight: '100vh',
    [NARROW]: { display: 'block' },
  },
  rail: {
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '16px 8px',
    [NARROW]: {
      borderRight: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: '6px 8px',
    },
  },
  sticky: { position: 'sticky', top: '16px', [NARROW]: { position: 'static' } },
  brand: { fontWeight: tokens.fontWeightSemibold, padding: '4px 12px 12px', [NARROW]: { display: 'none' } },
  toggle: {
    display: 'none',
    [NARROW]: {
      display: 'flex',
      width: '100%',
      border: 'none',
      backgroundColor: 'transparent',
      color: 'inherit',
      fontFamily: 'inherit',
      fontSize: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      textAlign: 'start',
      cursor: 'pointer',
    },
  },
  closed: { [NARROW]: { display: 'none' } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    boxSizing: 'border-box',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  main: {
    padding: '24px 32px 48px',
    maxWidth: '1320px',
    boxSizing: 'border-box',
    outlineStyle: 'none',
    [NARROW]: { padding: '16px 12px 32px' },
  },
});

export function App() {
  const styles = useStyles();
  const theme = useTheme(useThemeName(null));
  const { place: path } = useRoute();
  const here = [...PLACES, START].find((place) => place.path === path) ?? PLACES[0];
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      toggle.current?.focus();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [open]);
  useEffect(() => {
    document.title = `${here.title} – ${NAME}`;
  }, [here]);
  return (
    <FluentProvider theme={theme} className={styles.page}>
      <header className={styles.rail}>
        <div className={styles.sticky}>
          <div className={styles.brand}>{NAME}</div>
          <button
            ref={toggle}
            type="button"
            className={mergeClasses(styles.item, styles.toggle)}
            aria-expanded={open}
            aria-controls="places"
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'close' : 'menu'} />
            {here.title}
          </button>
          <nav id="places" aria-label="Các mục" className={mergeClasses(!open && styles.closed)}>
            <ul className={styles.list}>
              {PLACES.map(({ path, title, icon }) => (
                <li key={path}>
                  <a
                    href={routeTo(path)}
                    className={mergeClasses(styles.item, path === here.path && styles.here)}
                    aria-current={path === here.path ? 'page' : undefined}
                    onClick={() => {
                      setOpen(false);
                      // The menu may be closed now, so the focus moves to the page just opened.
                      main.current?.focus();
                    }}
                  >
                    <Icon name={icon} />
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        <PlaceBoundary key={here.path}>
          <Suspense fallback={null}>
            <here.View />
          </Suspense>
        </PlaceBoundary>
      </main>
    </FluentProvider>
  );
}
