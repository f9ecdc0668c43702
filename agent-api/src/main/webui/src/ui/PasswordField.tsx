import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password, whose fault is told to screen readers as that of every other control. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput {...props} aria-invalid={props.error ? true : undefined} />;
}
