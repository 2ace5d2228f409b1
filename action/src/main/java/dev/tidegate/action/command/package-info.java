/** What a step does: one class a command, which reads as the protocol. */
@NullMarked
package dev.tidegate.action.command;

import org.jspecify.annotations.NullMarked;
