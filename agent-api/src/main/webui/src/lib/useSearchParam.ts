import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** One parameter of the address. Empty is the same as absent; changes replace the entry in the browser's history. */
export function useSearchParam(name: string): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === '') {
            after.delete(name);
          } else {
            after.set(name, value);
          }
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? '', set];
}
