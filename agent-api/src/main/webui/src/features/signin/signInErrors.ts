const ERRORS: Record<string, (provider: string) => string> = {
  domain_not_allowed: () => 'The domain of your e-mail address is not let in here. Ask an admin to allow it.',
  email_not_verified: (provider) => `${provider} does not confirm that your e-mail address is yours. Verify it there, then sign in again.`,
  account_disabled: () => 'Your account here is disabled. Ask an admin to enable it.',
  provider_unavailable: (provider) => `${provider} does not answer. Try again in a moment.`,
  cancelled: (provider) => `The sign-in was not finished at ${provider}. Try again when you are ready.`,
};

/** Why a sign-in at the provider did not succeed; what is not known here is told in general words. */
export function errorInWords(code: string, provider: string): string {
  const words = Object.hasOwn(ERRORS, code) ? ERRORS[code] : undefined;
  return words?.(provider) ?? 'The sign-in did not succeed. Try again; if it happens again, tell your admin.';
}
