/** In charge of adding up money: decimal strings, exactly, since a JavaScript number is not exact. */

/** The sum of decimal strings, without zeros at its end; `0` for none. */
export function sumMoney(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map((amount) => fractionOf(amount).length));
  const sum = amounts.reduce((total, amount) => total + scaled(amount, digits), 0n);
  const text = String(sum < 0n ? -sum : sum).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function fractionOf(amount: string): string {
  return amount.split('.')[1] ?? '';
}

function scaled(amount: string, digits: number): bigint {
  return BigInt(amount.replace('.', '') + '0'.repeat(digits - fractionOf(amount).length));
}
