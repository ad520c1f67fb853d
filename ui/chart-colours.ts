/** Colours of the charts in a theme. One object a theme: a new one would have the chart drawn anew. */
import { THEMES, type ThemeName } from './theme.ts';

export interface ChartColours {
  readonly bar: string;
  readonly range: string;
  readonly text: string;
  readonly line: string;
}

const COLOURS = { light: coloursOf('light'), dark: coloursOf('dark') };

export function chartColours(theme: ThemeName): ChartColours {
  return theme === 'contrast' ? systemColours() : COLOURS[theme];
}

function coloursOf(name: 'light' | 'dark'): ChartColours {
  const theme = THEMES[name];
  return {
    bar: theme.colorCompoundBrandBackground,
    range: theme.colorPaletteMarigoldBorderActive,
    text: theme.colorNeutralForeground1,
    line: theme.colorNeutralStroke2,
  };
}

let system: ChartColours | null = null;

/** High contrast may be on dark or on light ground, and a canvas is not recoloured as text is: what the system's colours are now. */
function systemColours(): ChartColours {
  const probe = document.body.appendChild(document.createElement('span'));
  const colour = (name: string): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const text = colour('CanvasText');
  const now = { bar: colour('Highlight'), range: text, text, line: colour('GrayText') };
  probe.remove();
  if (system === null || JSON.stringify(system) !== JSON.stringify(now)) system = now;
  return system;
}
