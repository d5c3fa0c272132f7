import { ipcMain, MessageChannelMain, type IpcMainEvent, type MessagePortMain, type WebContents } from 'electron';
import { servePort, type Port } from '../../../shared/rpc/message-port';
import { pagePortReply, pagePortRequest } from '../../../shared/rpc/page-port';
import type { Dispatcher } from '../../../shared/rpc/transport';
import { isOwnPage } from './app-protocol';

/**
 * Hands one port to each page of the application that asks for it, and serves the contract on it. The port is closed
 * when the page goes away, which aborts what it asked for.
 */
export function servePages(dispatcher: Dispatcher): void {
  ipcMain.on(pagePortRequest, (event) => {
    const frame = trustedFrame(event);
    if (!frame) return;
    const { port1, port2 } = new MessageChannelMain();
    servePort(untilPageLeaves(port1, event.sender), dispatcher);
    frame.postMessage(pagePortReply, null, [port2]);
  });
}

/** The sender, if it is the main frame of the application's own page; a frame inside of it gets nothing. */
function trustedFrame(event: IpcMainEvent): IpcMainEvent['senderFrame'] {
  const { senderFrame, sender } = event;
  return senderFrame && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url) ? senderFrame : null;
}

function untilPageLeaves(port: MessagePortMain, page: WebContents): Port {
  const closeListeners: (() => void)[] = [];
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    page.off('destroyed', close);
    page.off('did-navigate', close);
    page.off('render-process-gone', close);
    port.close();
    for (const listener of closeListeners) listener();
  };
  page.on('destroyed', close);
  // The first page asks for its port after this event, so that only a reload can still fire it.
  page.on('did-navigate', close);
  page.on('render-process-gone', close);
  port.on('close', close);
  return {
    post: (frame) => {
      if (!isClosed) port.postMessage(frame);
    },
    onFrame: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => closeListeners.push(listener),
  };
}
