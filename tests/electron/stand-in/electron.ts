// Stands for the module `electron` in a main process that runs in plain Node. It has what the application uses and no
// more: anything else fails at once. Each part is checked against Electron's own types, so that it cannot drift.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { FromMain, Question } from './messages.ts';
import { closeFromPage, MessagePort, receiveFromPage, sendToPage } from './ports.ts';
import { onTest, tellTest } from './wire.ts';

/** `E` if the real object has an event of that name; the names that are emitted below are checked with it. */
type EventOf<T, E extends string> = T extends { on(event: E, listener: () => void): unknown } ? E : never;

function emitter<T>() {
  const events = new EventEmitter();
  return {
    on: (event: string, listener: (...args: unknown[]) => void) => void events.on(event, listener),
    once: (event: string, listener: (...args: unknown[]) => void) => void events.once(event, listener),
    off: (event: string, listener: (...args: unknown[]) => void) => void events.off(event, listener),
    fire: <E extends string>(event: EventOf<T, E>, ...args: unknown[]) => events.emit(event, ...args),
  };
}

/** An event whose default can be prevented, as most of Electron's are. */
function preventable(properties: Readonly<Record<string, unknown>> = {}) {
  const event = { ...properties, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return event;
}

const appEvents = emitter<Electron.App>();
const settings = { isLocked: process.env['STAND_IN_SECOND_INSTANCE'] === '1', userData: '', isSandboxed: false };

export const app = {
  on: appEvents.on,
  once: appEvents.once,
  setName: () => undefined,
  enableSandbox: () => void (settings.isSandboxed = true),
  disableHardwareAcceleration: () => tellTest({ type: 'no-graphics-card' }),
  isPackaged: false,
  setAsDefaultProtocolClient: () => true,
  setPath: (name, path) => {
    if (name === 'userData') settings.userData = path;
  },
  requestSingleInstanceLock: () => !settings.isLocked,
  whenReady: () => Promise.resolve(),
  quit: () => {
    const event = preventable();
    appEvents.fire('before-quit', event);
    if (!event.defaultPrevented) process.exit(0);
  },
  getAppMetrics: () => [],
  relaunch: (options) => tellTest({ type: 'relaunch', program: options?.execPath ?? null }),
  exit: (code) => process.exit(code),
} satisfies Checked<
  Electron.App,
  | 'setName'
  | 'enableSandbox'
  | 'setPath'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'getAppMetrics'
  | 'disableHardwareAcceleration'
  | 'setAsDefaultProtocolClient'
>;

/** The named members as Electron declares them, and any others. */
type Checked<T, K extends keyof T> = Pick<T, K> & Readonly<Record<string, unknown>>;

const contentsEvents = emitter<Electron.WebContents>();
let openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null = null;

const mainFrame = {
  url: '',
  postMessage: (channel, _message, transfer = []) => {
    for (const port of transfer) tellTest({ type: 'frame-port', channel, portId: sendToPage(port) });
  },
} satisfies Checked<Electron.WebFrameMain, 'postMessage'>;

const webContents = {
  on: contentsEvents.on,
  off: contentsEvents.off,
  mainFrame,
  getURL: () => mainFrame.url,
  setWindowOpenHandler: (handler: NonNullable<typeof openHandler>) => void (openHandler = handler),
};

const windowEvents = emitter<Electron.BrowserWindow>();
const openWindows: BrowserWindow[] = [];

export class BrowserWindow {
  readonly webContents = webContents;
  readonly once = windowEvents.once;
  readonly on = windowEvents.on;
  readonly isMinimized: Electron.BrowserWindow['isMinimized'] = () => false;
  private isLarge = false;
  private readonly place: Electron.Rectangle;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    openWindows.push(this);
    const { x = 240, y = 70, width = 800, height = 600 } = options;
    this.place = { x, y, width, height };
    tellTest({ type: 'window', options: { ...options, isProcessSandboxed: settings.isSandboxed } });
    appEvents.fire('web-contents-created', {}, webContents);
  }
  static getAllWindows(): readonly BrowserWindow[] {
    return openWindows;
  }
  readonly loadURL: Electron.BrowserWindow['loadURL'] = (url) => {
    mainFrame.url = url;
    tellTest({ type: 'load', url });
    windowEvents.fire('ready-to-show');
    return Promise.resolve();
  };
  readonly setKiosk: Electron.BrowserWindow['setKiosk'] = (isOn) => tellTest({ type: 'kiosk', isOn });
  readonly setClosable: Electron.BrowserWindow['setClosable'] = () => undefined;
  readonly show: Electron.BrowserWindow['show'] = () => undefined;
  readonly restore: Electron.BrowserWindow['restore'] = () => undefined;
  readonly isDestroyed: Electron.BrowserWindow['isDestroyed'] = () => !openWindows.includes(this);
  readonly maximize: Electron.BrowserWindow['maximize'] = () => {
    this.isLarge = true;
    tellTest({ type: 'maximize' });
  };
  readonly isMaximized: Electron.BrowserWindow['isMaximized'] = () => this.isLarge;
  readonly getNormalBounds: Electron.BrowserWindow['getNormalBounds'] = () => this.place;
  readonly focus: Electron.BrowserWindow['focus'] = () => tellTest({ type: 'focus' });
  readonly close: Electron.BrowserWindow['close'] = () => {
    windowEvents.fire('close', preventable());
    // A page asks only when a person has something to lose, and then clicks on an answer.
    if (click !== null && !mayLeave()) return;
    this.destroy();
    appEvents.fire('window-all-closed');
  };
  readonly destroy: Electron.BrowserWindow['destroy'] = () => {
    openWindows.splice(openWindows.indexOf(this), 1);
    contentsEvents.fire('destroyed');
  };
}

export class MessageChannelMain {
  readonly port1 = new MessagePort();
  readonly port2 = new MessagePort();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

const ipcListeners = emitter<{ on(event: string, listener: () => void): unknown }>();
export const ipcMain = { on: ipcListeners.on };

export const nativeTheme = { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>;

/** As on a PC where the system has nothing to lock keys away with. */
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
} satisfies Checked<Electron.SafeStorage, 'isAsyncEncryptionAvailable'>;

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

/** The button that a person clicks on in the next question; null while nobody has anything to be asked about. */
let click: number | null = null;

export const dialog = {
  showMessageBoxSync: (...given: unknown[]) => {
    const { message, buttons = [] } = given.at(-1) as Electron.MessageBoxSyncOptions; // The window comes before.
    tellTest({ type: 'message-box', message, buttons });
    return click ?? 0;
  },
  showMessageBox: (...given: unknown[]) => {
    const { message, buttons = [] } = given.at(-1) as Electron.MessageBoxOptions; // The window comes before.
    tellTest({ type: 'message-box', message, buttons });
    return Promise.resolve({ response: click ?? 0, checkboxChecked: false });
  },
  showErrorBox: (title, content) => tellTest({ type: 'error-box', title, content }),
} satisfies Partial<Electron.Dialog>;

interface MenuShape {
  readonly labels: readonly string[];
  /** Entries that would show Electron's own English words. */
  readonly unnamed: readonly string[];
}

function unnamedIn(template: readonly Electron.MenuItemConstructorOptions[]): readonly string[] {
  return template.flatMap(({ label, role, type, submenu }) => [
    ...(label === undefined && type !== 'separator' ? [role ?? 'entry'] : []),
    ...(Array.isArray(submenu) ? unnamedIn(submenu) : []),
  ]);
}

export const Menu = {
  buildFromTemplate: (template: readonly Electron.MenuItemConstructorOptions[]): MenuShape => ({
    labels: template.map(({ label, role }) => label ?? role ?? ''),
    unnamed: unnamedIn(template),
  }),
  setApplicationMenu: ({ labels, unnamed }: MenuShape) => tellTest({ type: 'menu', labels, unnamed }),
};

let handlePage: ((request: Request) => Response | Promise<Response>) | null = null;

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => tellTest({ type: 'schemes', schemes }),
} satisfies Partial<Electron.Protocol>;

type BeforeRequest = (details: { readonly url: string }, answer: (response: Electron.CallbackResponse) => void) => void;
const sessionEvents = emitter<Electron.Session>();
const decisions = {
  request: null as Parameters<Electron.Session['setPermissionRequestHandler']>[0],
  check: null as Parameters<Electron.Session['setPermissionCheckHandler']>[0],
  device: null as Parameters<Electron.Session['setDevicePermissionHandler']>[0],
  load: null as BeforeRequest | null,
};

export const session = {
  defaultSession: {
    on: sessionEvents.on,
    protocol: {
      // As Electron does, for a scheme that has its handler already.
      handle: (scheme: string, handler: NonNullable<typeof handlePage>) => {
        if (handlePage !== null) throw new Error(`${scheme} is handled already.`);
        handlePage = handler;
      },
      isProtocolHandled: () => handlePage !== null,
      unhandle: () => void (handlePage = null),
    },
    webRequest: { onBeforeRequest: (listener: BeforeRequest) => void (decisions.load = listener) },
    setPermissionRequestHandler: (handler) => void (decisions.request = handler),
    setPermissionCheckHandler: (handler) => void (decisions.check = handler),
    setDevicePermissionHandler: (handler) => void (decisions.device = handler),
  } satisfies Checked<
    Electron.Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
};

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) => {
    tellTest({ type: 'utility', serviceName: options.serviceName });
    const child = fork(modulePath, args, {
      serialization: 'advanced',
      execArgv: ['--import', new URL('./parent-port.ts', import.meta.url).href],
    });
    return {
      postMessage: (message: unknown) => void child.send(message as object, () => undefined),
      on: (event: 'message' | 'exit', listener: (value: unknown) => void) => {
        if (event === 'message') child.on('message', listener);
        else child.on('exit', listener);
      },
      kill: () => child.kill('SIGKILL'),
    };
  },
};

/** Whether a page that says that something is unsaved may be left: Electron lets one go whose objection is prevented. */
function mayLeave(): boolean {
  const event = preventable();
  contentsEvents.fire('will-prevent-unload', event);
  return event.defaultPrevented;
}

const ownPage = 'app://smart-recruiting/';

/** What the application decides about something that a page might try. */
function isAllowed(question: Question): boolean {
  switch (question.kind) {
    case 'open-window':
      return openHandler?.({ url: question.url }).action !== 'deny';
    case 'navigate': {
      const event = preventable({ url: question.url });
      contentsEvents.fire('will-frame-navigate', event);
      return !event.defaultPrevented;
    }
    case 'redirect': {
      const event = preventable({ url: question.url });
      contentsEvents.fire('will-redirect', event);
      return !event.defaultPrevented;
    }
    case 'leave-unsaved': {
      click = question.click;
      return mayLeave();
    }
    case 'attach-webview': {
      const event = preventable();
      contentsEvents.fire('will-attach-webview', event, {}, {});
      return !event.defaultPrevented;
    }
    case 'request-permission':
      return isGranted(question.permission, question.url ?? ownPage);
    case 'check-permission': {
      const [name, details] = [question.permission as 'media', {} as Electron.PermissionCheckHandlerHandlerDetails];
      return decisions.check?.(null, name, question.url ?? ownPage, details) ?? true;
    }
    case 'use-device':
      return decisions.device?.({} as Electron.DevicePermissionHandlerHandlerDetails) ?? true;
    case 'load': {
      const answers: Electron.CallbackResponse[] = [];
      decisions.load?.({ url: question.url }, (answer) => void answers.push(answer));
      return answers.every(({ cancel }) => cancel !== true);
    }
    case 'download': {
      const event = preventable();
      sessionEvents.fire('will-download', event, { getURL: () => question.url });
      return !event.defaultPrevented;
    }
  }
}

function isGranted(permission: string, requestingUrl: string): boolean {
  let granted = true;
  // The handler looks at the name and at the page's address only.
  const [name, details] = [permission as 'media', { requestingUrl, isMainFrame: true }];
  decisions.request?.(webContents as unknown as Electron.WebContents, name, (answer) => (granted = answer), details);
  return granted;
}

async function respond(id: number, request: Request): Promise<void> {
  const response = (await handlePage?.(request)) ?? new Response(null, { status: 501 });
  const body = new Uint8Array(await response.arrayBuffer());
  tellTest({ type: 'response', id, status: response.status, headers: [...response.headers], body } satisfies FromMain);
}

onTest((message) => {
  switch (message.type) {
    case 'request': {
      const { method, headers, body } = message;
      const init = { method, headers, ...(body === null ? {} : { body: body.slice() }) };
      return void respond(message.id, new Request(message.url, init));
    }
    case 'ipc': {
      mainFrame.url = message.isMainFrame ? message.url : mainFrame.url;
      const senderFrame = message.isMainFrame ? mainFrame : { ...mainFrame, url: message.url };
      return void ipcListeners.fire(message.channel, { sender: webContents, senderFrame });
    }
    case 'port-message':
      return receiveFromPage(message.portId, message.data);
    case 'port-close':
      return closeFromPage(message.portId);
    case 'navigated':
      return void contentsEvents.fire('did-navigate');
    case 'ask':
      return tellTest({ type: 'answer', id: message.id, isAllowed: isAllowed(message.question) });
    case 'second-instance':
      return void appEvents.fire('second-instance', {}, ['application', ...message.args], message.folder);
    case 'open-url':
      return void appEvents.fire('open-url', preventable(), message.url);
    case 'page-gone':
      click = message.click;
      return void contentsEvents.fire('render-process-gone', {}, { reason: message.reason, exitCode: 5 });
    case 'moved':
      mainFrame.url = message.url;
      return;
    case 'quit-unsaved':
      click = message.click;
      return app.quit();
    case 'session-end':
      windowEvents.fire('session-end', {});
      return process.kill(process.pid, 'SIGKILL');
    case 'fail-uncaught':
      return void setImmediate(() => {
        throw new Error('Nobody catches this.');
      });
    case 'close-window':
      for (const window of [...openWindows]) {
        if (message.isMaximized) window.maximize();
        windowEvents.fire('close', preventable());
        window.destroy();
      }
      return void appEvents.fire('window-all-closed');
  }
});
