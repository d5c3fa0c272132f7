import { useEffect, useState } from 'react';

/** What a value was when it had last been the same for so many milliseconds; null until then. */
export function useSettled<Value>(value: Value, ms: number): Value | null {
  const [settled, settle] = useState<Value | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => settle(() => value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
