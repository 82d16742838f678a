/** Files on an SSH server, by SFTP (version 3, as OpenSSH speaks it). */
@NullMarked
package dev.patchbay.connectors.sftp;

import org.jspecify.annotations.NullMarked;
