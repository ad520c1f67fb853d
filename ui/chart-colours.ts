/** Colours of the charts in a theme. One object a theme: a new one would have the chart drawn anew. */
import { THEMES, type ThemeName } from './theme.ts';

export interface ChartColours {
  readonly bar: string;
  readonly range: string;
  readonly text: string;
  readonly line: string;
}

const COLOURS = { light: coloursOf('light'), dark: coloursOf('dark'), contrast: coloursOf('contrast') };

export function chartColours(theme: ThemeName): ChartColours {
  return COLOURS[theme];
}

function coloursOf(name: ThemeName): ChartColours {
  const theme = THEMES[name];
  return {
    bar: theme.colorCompoundBrandBackground,
    range: theme.colorPaletteMarigoldBorderActive,
    text: theme.colorNeutralForeground1,
    line: theme.colorNeutralStroke2,
  };
}
