import { enUS as materialEn, frFR as materialFr } from '@mui/material/locale';
import { alpha, createTheme, type Theme } from '@mui/material/styles';
import type {} from '@mui/x-data-grid/themeAugmentation';
import { enUS as gridEn, frFR as gridFr } from '@mui/x-data-grid/locales';
import { scoreColors } from '../components/score-colors';
import type { Language } from '../i18n/use-format';

/** One accent, neutral surfaces. Every text colour reaches 4.5:1 on the surfaces it is used on. */
const tones = {
  light: {
    accent: '#0f5e6e',
    accentDark: '#0a4450',
    accentText: '#ffffff',
    page: '#f5f6f7',
    paper: '#ffffff',
    text: '#1a2226',
    quiet: '#55626a',
    line: '#dfe3e6',
    warning: '#8a5300',
    error: '#b3261e',
    success: '#1b6b3a',
    info: '#14598f',
  },
  dark: {
    accent: '#74c7d6',
    accentDark: '#9adbe6',
    accentText: '#06272e',
    page: '#12171a',
    paper: '#1a2125',
    text: '#e6ebee',
    quiet: '#a3b0b7',
    line: '#313b41',
    warning: '#f0b45c',
    error: '#ff9d94',
    success: '#7fd3a0',
    info: '#8fc3f3',
  },
} as const;

/** The look of the application for one mode and language (the language sets the words of MUI's own widgets). */
export function createAppTheme(mode: 'light' | 'dark', language: Language): Theme {
  const tone = tones[mode];
  const locales = language === 'fr' ? [materialFr, gridFr] : [materialEn, gridEn];
  const focusRing = { outline: `2px solid ${tone.accent}`, outlineOffset: 2 };
  return createTheme(
    {
      palette: {
        mode,
        primary: { main: tone.accent, dark: tone.accentDark, contrastText: tone.accentText },
        secondary: { main: tone.quiet },
        background: { default: tone.page, paper: tone.paper },
        text: { primary: tone.text, secondary: tone.quiet },
        divider: tone.line,
        warning: { main: tone.warning },
        error: { main: tone.error },
        success: { main: tone.success },
        info: { main: tone.info },
        action: { hover: alpha(tone.accent, 0.06), selected: alpha(tone.accent, mode === 'light' ? 0.1 : 0.16) },
      },
      shape: { borderRadius: 6 },
      typography: {
        fontFamily: "'Inter Variable', system-ui, sans-serif",
        fontSize: 14,
        htmlFontSize: 16,
        h1: { fontSize: '1.375rem', fontWeight: 650, letterSpacing: '-0.012em', lineHeight: 1.3 },
        h2: { fontSize: '1.0625rem', fontWeight: 650, letterSpacing: '-0.008em', lineHeight: 1.35 },
        h3: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4 },
        body1: { fontSize: '0.9375rem', lineHeight: 1.55 },
        body2: { fontSize: '0.875rem', lineHeight: 1.5 },
        caption: { fontSize: '0.8125rem', lineHeight: 1.45 },
        button: { textTransform: 'none', fontWeight: 600 },
        overline: { textTransform: 'none', letterSpacing: 0, fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.5 },
      },
      components: {
        MuiCssBaseline: {
          styleOverrides: {
            html: { height: '100%' },
            // What stands there is shown: this font would make × of the x in "x64", and arrows of "->".
            body: { height: '100%', fontVariantLigatures: 'no-contextual' },
            '#root': { height: '100%' },
            ':focus-visible': focusRing,
            // A page is as long as what it says, and what is clicked does nothing on paper.
            '@media print': {
              'html, body, #root': { height: 'auto' },
              '.MuiButton-root, .MuiIconButton-root, .MuiToggleButtonGroup-root': { display: 'none !important' },
              ':focus-visible': { outline: 'none !important' },
            },
            '@media (prefers-reduced-motion: reduce)': {
              '*, *::before, *::after': {
                animationDuration: '0.01ms !important',
                animationIterationCount: '1 !important',
                transitionDuration: '0.01ms !important',
                scrollBehavior: 'auto !important',
              },
            },
          },
        },
        MuiButtonBase: {
          defaultProps: { disableRipple: true },
          styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
        },
        MuiButton: {
          defaultProps: { disableElevation: true },
          styleOverrides: {
            root: { minHeight: 36 },
            sizeSmall: { minHeight: 30 },
            outlined: { backgroundColor: tone.paper },
          },
        },
        MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
        MuiMenu: {
          defaultProps: { elevation: 6 },
          styleOverrides: { paper: { border: `1px solid ${tone.line}` } },
        },
        MuiAlert: { styleOverrides: { outlined: { backgroundColor: tone.paper } } },
        MuiTooltip: { defaultProps: { enterDelay: 400, describeChild: false } },
        MuiTextField: { defaultProps: { size: 'small' } },
        MuiFormControl: { defaultProps: { size: 'small' } },
        MuiSelect: { defaultProps: { size: 'small' } },
        MuiAutocomplete: { defaultProps: { size: 'small' } },
        MuiOutlinedInput: {
          styleOverrides: {
            notchedOutline: { borderColor: mode === 'light' ? '#88949b' : '#6b7a82' },
            root: { backgroundColor: tone.paper },
          },
        },
        MuiChip: { styleOverrides: { root: { fontWeight: 550, borderRadius: 5 }, sizeSmall: { height: 22 } } },
        MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { fontWeight: 550 } } },
        MuiTableCell: {
          styleOverrides: { root: { borderColor: tone.line }, head: { fontWeight: 600, color: tone.quiet } },
        },
        MuiDataGrid: {
          styleOverrides: {
            root: {
              border: 'none',
              borderRadius: 0,
              // The grid sets these on the same element from a sheet of its own, which comes later.
              '&&': {
                '--DataGrid-t-color-border-base': tone.line,
                '--DataGrid-t-header-background-base': tone.paper,
                '--DataGrid-t-color-background-base': tone.paper,
              },
              fontSize: '0.8438rem',
            },
            sortIcon: { fontSize: 16 },
            columnHeader: { padding: '0 8px' },
            columnSeparator: { opacity: 0 },
            columnHeaderTitle: { fontSize: '0.8125rem', fontWeight: 600, color: tone.quiet },
            row: {
              cursor: 'pointer',
              '&.open, &.open:hover': { backgroundColor: alpha(tone.accent, mode === 'light' ? 0.1 : 0.18) },
              '&.open .MuiDataGrid-cell:first-of-type': { boxShadow: `inset 3px 0 0 ${tone.accent}` },
            },
            cell: {
              padding: '0 8px',
              '&.strong': { fontWeight: 550, color: tone.text },
              '&.figures': { fontVariantNumeric: 'tabular-nums' },
              '&:focus-visible, &:focus-within': { outlineColor: tone.accent, outlineOffset: -2 },
            },
          },
        },
      },
      scoreColors: scoreColors[mode],
    },
    ...locales,
  );
}
