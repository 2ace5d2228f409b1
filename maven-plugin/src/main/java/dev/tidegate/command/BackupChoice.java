package dev.tidegate.command;

import java.nio.file.Path;

/**
 * What is backed up before a deploy, and where to.
 *
 * @param when {@code auto} (what approved hazards destroy), {@code always} (the whole database) or
 *     {@code never}
 * @param with {@code auto}, {@code pg_dump} or {@code tidegate}: what makes it on PostgreSQL
 * @param folder where backups go; made when it is not there
 */
public record BackupChoice(String when, String with, Path folder) {
  /** The folder within the project. Never below {@code target}, which {@code mvn clean} deletes. */
  public static final String FOLDER = ".tidegate/backups";
}
