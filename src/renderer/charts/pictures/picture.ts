/** What a chart shows, for it to be painted once more without the page: on paper, in light colours. */
export type Picture =
  | { readonly kind: 'bars'; readonly bars: readonly PictureBar[] }
  | {
      readonly kind: 'curves';
      readonly points: readonly { readonly now: number; readonly before: number }[];
      readonly marks: readonly { readonly at: number; readonly label: string }[];
      readonly nowName: string;
      readonly beforeName: string;
      readonly formatValue: (value: number) => string;
    }
  | {
      readonly kind: 'slopes';
      readonly slopes: readonly {
        readonly label: string;
        readonly before: number | null;
        readonly now: number | null;
      }[];
      readonly nowName: string;
      readonly beforeName: string;
    }
  | {
      readonly kind: 'points';
      readonly points: readonly { readonly x: number; readonly y: number; readonly isStressed: boolean }[];
      readonly middle: { readonly x: number; readonly y: number };
      readonly corners: readonly [upperLeft: string, upperRight: string, lowerLeft: string, lowerRight: string];
      readonly xName: string;
      readonly yName: string;
      readonly formatX: (value: number) => string;
      readonly formatY: (value: number) => string;
      readonly ticks: readonly number[];
    };

export interface PictureBar {
  readonly label: string;
  readonly now: number;
  /** Where it stood the year before; null where nothing is compared. */
  readonly before: number | null;
  /** The figure as it is written. */
  readonly figure: string;
}

/** One chart of the page with its table, as it stands there; a figure without a chart has no title of its own. */
export interface ChartSection {
  readonly title: string;
  readonly sentence: string;
  readonly headings: readonly string[];
  /** The cells of each row, its name first. */
  readonly rows: readonly (readonly string[])[];
  readonly picture: Picture | null;
}
