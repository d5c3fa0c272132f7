/** What the test and the main process under test say to each other: the work of Electron's own wires. */
export type ToMain =
  | {
      readonly type: 'request';
      readonly id: number;
      readonly url: string;
      readonly method: string;
      readonly headers: [string, string][];
      readonly body: Uint8Array | null;
    }
  | { readonly type: 'ipc'; readonly channel: string; readonly url: string; readonly isMainFrame: boolean }
  | { readonly type: 'port-message'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly portId: number }
  | { readonly type: 'navigated' }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'second-instance'; readonly args: readonly string[]; readonly folder: string }
  | { readonly type: 'open-url'; readonly url: string }
  /** The page showed another of its addresses without loading anything. */
  | { readonly type: 'moved'; readonly url: string }
  /** The process of the page is gone; a person clicks on the button of this place if asked. */
  | { readonly type: 'page-gone'; readonly reason: string; readonly click: number }
  | { readonly type: 'close-window'; readonly isMaximized: boolean }
  /** Windows is shut down: it tells the windows and ends the process. */
  | { readonly type: 'session-end' }
  /** Something fails where nobody catches it. */
  | { readonly type: 'fail-uncaught' }
  /** A person quits while the page has something unsaved, and clicks on the button of this place when asked. */
  | { readonly type: 'quit-unsaved'; readonly click: number };

/** Something that a hostile or careless page might try; the answer is whether it is allowed. */
export type Question =
  | { readonly kind: 'open-window'; readonly url: string }
  | { readonly kind: 'navigate'; readonly url: string }
  | { readonly kind: 'redirect'; readonly url: string }
  /** Leaves a page that says that something is unsaved; a person clicks on the button of this place. */
  | { readonly kind: 'leave-unsaved'; readonly click: number }
  | { readonly kind: 'attach-webview' }
  /** By the application's own page, or by one of another address. */
  | { readonly kind: 'request-permission' | 'check-permission'; readonly permission: string; readonly url?: string }
  | { readonly kind: 'use-device' }
  | { readonly kind: 'load'; readonly url: string }
  | { readonly kind: 'download'; readonly url: string };

export type FromMain =
  | { readonly type: 'window'; readonly options: Readonly<Record<string, unknown>> }
  | { readonly type: 'load'; readonly url: string }
  | { readonly type: 'schemes'; readonly schemes: unknown }
  | { readonly type: 'menu'; readonly labels: readonly string[]; readonly unnamed: readonly string[] }
  | {
      readonly type: 'response';
      readonly id: number;
      readonly status: number;
      readonly headers: [string, string][];
      readonly body: Uint8Array;
    }
  | { readonly type: 'frame-port'; readonly channel: string; readonly portId: number }
  | { readonly type: 'port-message'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly portId: number }
  | { readonly type: 'answer'; readonly id: number; readonly isAllowed: boolean }
  | { readonly type: 'kiosk'; readonly isOn: boolean }
  | { readonly type: 'focus' }
  | { readonly type: 'relaunch'; readonly program: string | null }
  | { readonly type: 'maximize' }
  | { readonly type: 'no-graphics-card' }
  | { readonly type: 'error-box'; readonly title: string; readonly content: string }
  | { readonly type: 'message-box'; readonly message: string; readonly buttons: readonly string[] }
  | { readonly type: 'utility'; readonly serviceName: string | undefined };
