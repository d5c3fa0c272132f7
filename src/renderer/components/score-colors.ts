/**
 * Okabe and Ito's palette, which people with any colour vision can tell apart, and its use for the two parts of a
 * score. Source: M. Okabe, K. Ito, "Color Universal Design", jfly.uni-koeln.de/color (2008).
 */
export const okabeIto = {
  orange: '#E69F00',
  skyBlue: '#56B4E9',
  green: '#009E73',
  yellow: '#F0E442',
  blue: '#0072B2',
  vermilion: '#D55E00',
  purple: '#CC79A7',
} as const;

export interface ScoreColors {
  readonly meaning: string;
  readonly words: string;
  readonly track: string;
}

export const scoreColors = {
  light: { meaning: okabeIto.blue, words: okabeIto.orange, track: '#e7eaed' },
  dark: { meaning: okabeIto.skyBlue, words: okabeIto.orange, track: '#2d373d' },
} as const satisfies Record<'light' | 'dark', ScoreColors>;

declare module '@mui/material/styles' {
  interface Theme {
    readonly scoreColors: ScoreColors;
  }
  interface ThemeOptions {
    readonly scoreColors: ScoreColors;
  }
}
