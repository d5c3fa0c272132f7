/**
 * Waits for the address that a started program prints; rejects when it ends before.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
export function addressOf(child) {
  return new Promise((settle, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said += text;
      const found = /^http:\S+/m.exec(said);
      if (found) settle(found[0]);
    });
    child.on('exit', () => reject(new Error(`The program has ended: ${said}`)));
  });
}
