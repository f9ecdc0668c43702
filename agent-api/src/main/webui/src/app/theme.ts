import { createTheme, Drawer, localStorageColorSchemeManager, Modal, Tooltip } from '@mantine/core';

/** The key is also read by `public/color-scheme.js`. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'nightshift-color-scheme' });

/**
 * What the colours are stands in `tokens.css`: a style sheet of our own origin passes a strict content security policy,
 * generated style elements do not. For the same reason the page is not locked behind an open drawer.
 */
export const theme = createTheme({
  primaryColor: 'indigo',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, radius: 'md', overlayProps: { backgroundOpacity: 0.4 } } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, radius: 0, overlayProps: { backgroundOpacity: 0.35 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
});
